import { expect, it } from 'vitest';
import { homePage } from '../../src/web/view-models/home-page.ts';
import { formatsOf } from '../../src/web/view-models/formats.ts';
import type { Translate } from '../../src/web/i18n.ts';

const t: Translate = (key, values) => `${key} ${JSON.stringify(values)}`;
const page = (isTeam: boolean, folder: string | null) =>
  homePage({ projects: [], removed: [], broken: [] }, t, formatsOf('fi'), {
    ...{ justRemoved: undefined, isTeam, folder },
  });

it('The home page says where the projects are, on this computer only', () => {
  expect(page(false, '/home/aino/teema/data').folder).toContain('/home/aino/teema/data');
  expect(page(true, '/srv/teema').folder).toBeNull();
  expect(page(false, null).folder).toBeNull();
});
