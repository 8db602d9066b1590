import type { World } from './world.ts';

/** A line a project: its id, how much is in it, its name; or all that is known as JSON. */
export async function listCommand(
  { json }: { readonly json: boolean },
  world: World,
): Promise<void> {
  const projects = await (await world.client()).projects();
  if (json) return world.out(`${JSON.stringify(projects, null, 2)}\n`);
  if (projects.length === 0) world.say(world.words('no-projects'));
  const lines = projects.map(({ id, name, transcriptCount, excerptCount }) =>
    [id, world.words('sizes', { transcriptCount, excerptCount }), name].join('\t'),
  );
  await world.out(lines.map((line) => `${line}\n`).join(''));
}
