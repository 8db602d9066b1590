import { Rejection } from '../rejection.ts';
import type { Command } from './commands.ts';
import { decideAttributes } from './decide-attributes.ts';
import { decideCases } from './decide-cases.ts';
import { decideExcerpts } from './decide-excerpts.ts';
import { decideFrameworks } from './decide-frameworks.ts';
import { decideGuide } from './decide-guide.ts';
import { decideReviews } from './decide-reviews.ts';
import { decideRounds } from './decide-rounds.ts';
import { decideSummaries } from './decide-summaries.ts';
import { decideReport } from './decide-report.ts';
import { importSurvey } from './decide-survey.ts';
import { decideThemes } from './decide-themes.ts';
import { decideTranscripts } from './decide-transcripts.ts';
import { decideTypes } from './decide-types.ts';
import { decideVersions } from './decide-versions.ts';
import { setValues } from './decide-values.ts';
import { completedSettings, type NewSettings } from './defaults.ts';
import { questionIdsFor } from './question-ids.ts';
import { changeOf, differenceOf, someOf, type ProjectEvent } from './events.ts';
import type { ResearchQuestionId } from '../ids.ts';
import type { Project } from './project.ts';
import type { Settings } from './records.ts';

/** What a decision needs from outside: the clock and the source of ids. */
export interface Context {
  readonly at: string;
  newId(): string;
}

/**
 * What a command does to a project, as events; none where nothing would change.
 *
 * @throws Rejection when the project cannot take it.
 */
export function decide(project: Project, command: Command, context: Context): ProjectEvent[] {
  switch (command.kind) {
    case 'create-project':
      if (project.revision > 0)
        throw new Rejection('conflict', 'project-exists', { id: project.id });
      return [{ kind: 'project-created', settings: newSettings(command.settings, context) }];
    case 'change-project':
      return changeSettings(project, command.changes, context);
    case 'change-report':
    case 'change-report-sections':
    case 'move-report-section':
    case 'edit-quote':
    case 'answer-check':
      return decideReport(project, command);
    case 'add-transcripts':
    case 'change-transcript':
    case 'correct-speakers':
    case 'settle-doubt':
    case 'change-interviews':
    case 'remove-transcript':
      return decideTranscripts(project, command, context);
    case 'change-case':
    case 'type-cases':
    case 'add-case':
    case 'merge-case':
    case 'remove-case':
      return decideCases(project, command, context);
    case 'add-attribute':
    case 'change-attribute':
    case 'move-attribute':
    case 'remove-attribute':
      return decideAttributes(project, command, context);
    case 'set-values':
    case 'import-attributes':
      return setValues(project, command, context);
    case 'import-survey':
      return importSurvey(project, command, context);
    case 'add-theme':
    case 'add-codebook':
    case 'change-theme':
    case 'move-theme':
    case 'merge-theme':
    case 'split-theme':
    case 'remove-theme':
    case 'confirm-codings':
      return decideThemes(project, command, context);
    case 'add-version':
    case 'change-version':
    case 'remove-version':
      return decideVersions(project, command, context);
    case 'add-type':
    case 'change-type':
    case 'move-type':
    case 'remove-type':
    case 'set-feature':
    case 'remove-feature':
    case 'draft-features':
      return decideTypes(project, command, context);
    case 'add-framework':
    case 'change-framework':
    case 'move-framework':
    case 'remove-framework':
    case 'add-concepts':
    case 'change-concept':
    case 'move-concept':
    case 'remove-concept':
    case 'add-sources':
    case 'change-source':
    case 'remove-source':
      return decideFrameworks(project, command, context);
    case 'set-guide':
    case 'mark-question':
      return decideGuide(project, command, context);
    case 'write-summary':
      return decideSummaries(project, command, context.at);
    case 'add-round':
    case 'finish-coding':
    case 'close-round':
    case 'remove-round':
    case 'resolve-passages':
    case 'reopen-passage':
      return decideRounds(project, command, context);
    case 'give-verdict':
    case 'take-in-reviews':
    case 'add-comment':
    case 'change-comment':
    case 'remove-comment':
    case 'resolve-review':
    case 'remove-review':
    case 'add-meeting':
    case 'change-meeting':
    case 'remove-meeting':
      return decideReviews(project, command, context);
    case 'add-excerpts':
    case 'import-codings':
    case 'change-excerpt':
    case 'remove-excerpt':
      return decideExcerpts(project, command, context);
  }
}

const newSettings = (settings: NewSettings, context: Context): Settings =>
  completedSettings({
    ...settings,
    researchQuestionIds: settings.researchQuestions.map(
      () => context.newId() as ResearchQuestionId,
    ),
  });

function changeSettings(
  project: Project,
  changes: Partial<Settings>,
  context: Context,
): ProjectEvent[] {
  const { settings } = project;
  const { researchQuestions = settings.researchQuestions } = changes;
  const researchQuestionIds = questionIdsFor(settings, researchQuestions, context);
  const difference = differenceOf(settings, { ...changes, researchQuestionIds });
  if (!difference) return [];
  const kept = new Set(researchQuestionIds);
  const unlinked = [...project.themes.values()].flatMap((theme) =>
    someOf(
      changeOf('theme', theme, {
        researchQuestionIds: theme.researchQuestionIds.filter((id) => kept.has(id)),
      }),
    ),
  );
  return [{ kind: 'project-changed', ...difference }, ...unlinked];
}
