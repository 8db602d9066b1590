import { isOpen } from '../double-coding/rounds.ts';
import type { DecisionId, RoundId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import { overlaps } from '../text/span.ts';
import type { Context } from './decide.ts';
import { decideExcerpts } from './decide-excerpts.ts';
import { changeOf, someOf, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import { excerptsOf, type Project } from './project.ts';
import type { RoundCommand } from './round-commands.ts';
import type { Decision, Round } from './round-records.ts';

export function decideRounds(
  project: Project,
  command: RoundCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'add-round':
      return addRound(project, command.round, context);
    case 'finish-coding':
      return finishCoding(found(project.rounds, command.id, 'round'), command, context.at);
    case 'close-round': {
      const round = found(project.rounds, command.id, 'round');
      if (command.closed === (round.closedAt !== null)) return [];
      return someOf(changeOf('round', round, { closedAt: command.closed ? context.at : null }));
    }
    case 'remove-round': {
      const record = found(project.rounds, command.id, 'round');
      const decisions = [...project.decisions.values()].filter(
        ({ roundId }) => roundId === record.id,
      );
      return [
        ...decisions.map((record): ProjectEvent => ({ kind: 'decision-removed', record })),
        { kind: 'round-removed', record },
      ];
    }
    case 'resolve-passages':
      return resolvePassages(project, command, context);
    case 'reopen-passage':
      return reopenPassage(project, found(project.decisions, command.id, 'decision'), context);
  }
}

function addRound(
  project: Project,
  added: Extract<RoundCommand, { kind: 'add-round' }>['round'],
  context: Context,
): ProjectEvent[] {
  const id = added.id ?? (context.newId() as RoundId);
  if (project.rounds.has(id)) throw new Rejection('conflict', 'round-exists', { id });
  const coders = [...new Set(added.coders)];
  if (coders.length < 2) throw new Rejection('invalid', 'coders-too-few');
  if (added.transcriptIds.length === 0) throw new Rejection('invalid', 'round-empty');
  for (const one of added.transcriptIds) found(project.transcripts, one, 'transcript');
  const { name, transcriptIds, share, consensus, by } = added;
  const record: Round = {
    ...{ id, name, transcriptIds, coders, share, consensus, by },
    ...{ createdAt: context.at, done: [], closedAt: null },
  };
  return [{ kind: 'round-added', record }];
}

function finishCoding(
  round: Round,
  { coder, done }: Extract<RoundCommand, { kind: 'finish-coding' }>,
  at: string,
): ProjectEvent[] {
  if (!round.coders.includes(coder))
    throw new Rejection('invalid', 'not-of-round', { name: coder });
  const others = round.done.filter((one) => one.coder !== coder);
  if (done === others.length < round.done.length) return [];
  const list = done ? [...others, { coder, at }] : others;
  return someOf(changeOf('round', round, { done: list }));
}

function resolvePassages(
  project: Project,
  { id, decisions, excerpts, by }: Extract<RoundCommand, { kind: 'resolve-passages' }>,
  context: Context,
): ProjectEvent[] {
  const round = found(project.rounds, id, 'round');
  if (isOpen(round)) throw new Rejection('conflict', 'round-open', { name: round.name });
  const records = decisions.map((one): Decision => ({
    ...one,
    ...{ id: decisionId(id, one), roundId: id, by, at: context.at },
  }));
  for (const record of records)
    if (project.decisions.has(record.id)) throw new Rejection('conflict', 'passage-resolved');
  const coder = round.consensus;
  const coded =
    excerpts.length === 0
      ? []
      : decideExcerpts(project, { kind: 'add-excerpts', coder, excerpts }, context);
  return [...coded, ...records.map((record): ProjectEvent => ({ kind: 'decision-added', record }))];
}

/** Of its place and theme: a passage is decided once. */
const decisionId = (
  round: RoundId,
  {
    transcriptId,
    themeId,
    start,
    end,
  }: Pick<Decision, 'transcriptId' | 'themeId' | 'start' | 'end'>,
): DecisionId => `${round}.${transcriptId}.${themeId}.${start}-${end}` as DecisionId;

/** The decision is taken back, and with it what it put into the consensus. */
function reopenPassage(project: Project, record: Decision, context: Context): ProjectEvent[] {
  const consensus = project.rounds.get(record.roundId)?.consensus;
  const coder = [...project.coders.values()].find(({ name }) => name === consensus);
  const coded = [...excerptsOf(project, record.transcriptId)].filter(
    (one) =>
      one.coderId === coder?.id && one.themeIds.includes(record.themeId) && overlaps(one, record),
  );
  return [
    ...coded.flatMap((one) => {
      const themeIds = one.themeIds.filter((id) => id !== record.themeId);
      const isEmpty = themeIds.length === 0 && one.typeIds.length === 0 && !one.memo;
      return isEmpty
        ? decideExcerpts(project, { kind: 'remove-excerpt', id: one.id }, context)
        : someOf(changeOf('excerpt', one, { themeIds }));
    }),
    { kind: 'decision-removed', record },
  ];
}
