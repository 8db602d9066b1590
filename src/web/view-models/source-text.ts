import type { Source } from '../../domain/project/records.ts';

type Cited = Pick<
  Source,
  'authors' | 'title' | 'container' | 'volume' | 'issue' | 'pages' | 'publisher' | 'doi' | 'key'
> & { readonly year: string | null };

/** A source as a list of references has it; what is not known is left out. */
export function sourceText(source: Cited): string {
  const { authors, year, title, publisher, doi } = source;
  const parts = [
    [authors.join(', '), year && `(${year})`].filter(Boolean).join(' '),
    title,
    standsIn(source),
    publisher,
    doi && `doi:${doi}`,
  ];
  return parts.filter(Boolean).join('. ') || source.key;
}

function standsIn({ container, volume, issue, pages }: Cited): string {
  const number = [volume, issue && `(${issue})`].filter(Boolean).join('');
  return [container, number, pages].filter(Boolean).join(', ');
}
