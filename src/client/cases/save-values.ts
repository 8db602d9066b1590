import type { CaseValue } from '../../domain/project/case-commands.ts';
import { step } from '../history.ts';
import { handOver } from '../outbox/hand-over.ts';
import { toast } from '../toast.ts';
import { t } from '../words.ts';

/**
 * Keeps values in one step; true where they were taken, or wait for a connection. What is refused is
 * said and nothing kept.
 */
export const saveValues = (
  values: readonly CaseValue[],
  newChoices: 'add' | 'refuse',
): Promise<boolean> =>
  new Promise((resolve) => {
    let waits = false;
    handOver(
      {
        method: 'PUT',
        path: '/attributes/values',
        body: { values, newChoices },
        says: values.map(({ value }) => value ?? '').join('; '),
      },
      {
        done: () => {
          if (values.length > 1) tellSet(values.length);
          resolve(true);
        },
        waits: () => {
          waits = true;
          resolve(true);
        },
        refused: (why) => {
          if (!waits) toast(why, { bad: true });
          resolve(false);
          return !waits;
        },
      },
    );
  });

const tellSet = (count: number): void =>
  toast(t('cases.set', { count }), {
    action: { name: t('undo'), run: () => void step('undo') },
  });
