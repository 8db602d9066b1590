import type { CaseValue } from '../../domain/project/case-commands.ts';
import { api } from '../api.ts';
import { step } from '../history.ts';
import { whileSaving } from '../status.ts';
import { toast } from '../toast.ts';
import { t } from '../words.ts';

/** Keeps values in one step; true where they were taken. What is refused is said and nothing kept. */
export async function saveValues(
  values: readonly CaseValue[],
  newChoices: 'add' | 'refuse',
): Promise<boolean> {
  try {
    const body = { values, newChoices };
    await whileSaving(api('PUT', '/attributes/values', body));
    if (values.length > 1)
      toast(t('cases.set', { count: values.length }), {
        action: { name: t('undo'), run: () => void step('undo') },
      });
    return true;
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error), { bad: true });
    return false;
  }
}
