/** The coding page's keys, as its help shows them; `src/client/code/keys.ts` carries them out. */
export const KEY_GROUPS: readonly {
  readonly id: string;
  readonly keys: readonly (readonly [string, readonly string[]])[];
}[] = [
  {
    id: 'select',
    keys: [
      ['move', ['←', '→', '↑', '↓']],
      ['extend', ['⇧', '+', '←', '→']],
      ['by-word', ['Ctrl', '+', '→']],
      ['sentence', ['S']],
      ['turn', ['A']],
      ['next-turn', ['J', 'K']],
    ],
  },
  {
    id: 'code',
    keys: [
      ['palette', ['↵']],
      ['types', ['T']],
      ['same', ['.']],
      ['in-vivo', ['I']],
      ['new-theme', ['Ctrl', '+', '↵']],
      ['reduction', ['R']],
      ['memo', ['M']],
      ['deviant', ['D']],
    ],
  },
  {
    id: 'go',
    keys: [
      ['next-excerpt', ['N', 'P']],
      ['next-uncoded', ['U']],
      ['ends', ['E']],
      ['uncode', ['Del']],
      ['transcripts', ['[', ']']],
      ['find', ['/']],
      ['undo', ['Ctrl', '+', 'Z']],
      ['redo', ['Ctrl', '+', '⇧', '+', 'Z']],
      ['escape', ['Esc']],
      ['help', ['?']],
    ],
  },
];
