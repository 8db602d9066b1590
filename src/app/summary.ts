import { isOpen } from '../domain/double-coding/rounds.ts';
import { codedShareOf } from '../domain/analysis/coded-share.ts';
import type { Project } from '../domain/project/project.ts';
import type { ProjectSummary } from './ports.ts';

export const summaryOf = (project: Project): ProjectSummary => ({
  id: project.id,
  name: project.settings.name,
  language: project.settings.language,
  revision: project.revision,
  createdAt: project.createdAt,
  changedAt: project.changedAt,
  transcriptCount: project.transcripts.size,
  excerptCount: project.excerpts.size,
  themeCount: project.themes.size,
  codedShare: codedShareOf(project),
  isCodedBlind: [...project.rounds.values()].some(isOpen),
});
