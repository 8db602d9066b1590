import { escapeMarkdown, escapeMarkdownLine } from '../reports/escape-markdown.ts';
import { safeMarkdown } from '../reports/safe-markdown.ts';
import type { PrintedMinutes, PrintedThread } from './registry.ts';

/** Minutes as Markdown: blocks with a blank line between. */
export function writeMinutesMarkdown(minutes: PrintedMinutes): string {
  const { title, subtitle, people, notes, decisions, discussed } = minutes;
  const blocks = [
    heading(1, title),
    escapeMarkdown(subtitle),
    ...(people ? [`**${escapeMarkdown(people.term)}:** ${escapeMarkdown(people.text)}`] : []),
    ...(decisions ? [heading(2, decisions.heading), decisions.made.map(decision).join('\n')] : []),
    ...(notes ? [heading(2, notes.heading), safeMarkdown(notes.markdown, 2)] : []),
    heading(2, discussed.heading),
    escapeMarkdown(discussed.about),
    ...discussed.groups.flatMap((group) => [
      heading(3, group.title),
      ...group.threads.flatMap(threadBlocks),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const heading = (level: number, text: string): string =>
  `${'#'.repeat(level)} ${escapeMarkdown(text)}`;

const decision = ({ text, by }: { text: string; by: string | null }, i: number): string =>
  `${i + 1}. ${escapeMarkdown(text)}${by ? ` (${escapeMarkdown(by)})` : ''}`;

function threadBlocks({ quote, tag, verdict, notes, comments, state }: PrintedThread): string[] {
  const about = [verdict, ...notes, ...(state ? [state] : [])].map(escapeMarkdown).join(' · ');
  const said = comments.map(
    ({ author, when, text }) =>
      `- **${escapeMarkdown(author)}, ${escapeMarkdown(when)}:** ${escapeMarkdown(text)}`,
  );
  return [
    `${quoted(quote)}${tag ? ` ${escapeMarkdown(tag)}` : ''}`,
    about,
    ...(said.length > 0 ? [said.join('\n')] : []),
  ];
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${escapeMarkdownLine(line)}`.trimEnd())
    .join('\n');
