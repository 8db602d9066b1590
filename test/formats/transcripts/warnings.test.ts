import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/domain/project/records.ts';
import { WARNING_CODES } from '../../../src/formats/transcripts/format.ts';
import { readCatalogues } from '../../../src/system/read-catalogues.ts';
import { root } from '../../support/start-app.ts';

const catalogues = await readCatalogues(path.join(root, 'src/locales'));

describe('the warnings', () => {
  it.each(LANGUAGES)(
    'that a reader or the upload can give have words in %s, and no others',
    (language) => {
      const words = catalogues[language]['warnings'] as Record<string, string>;
      const codes = Object.keys(words).map((key) => key.replace(/_(?:one|other)$/, ''));
      expect([...new Set(codes)].sort()).toEqual([...WARNING_CODES, 'same-text'].sort());
    },
  );
});
