import { interviewRow } from '../../domain/cases/interview-table.ts';
import { caseOf } from '../../domain/cases/case-of.ts';
import type { Excerpt, Theme, Transcript, Type } from '../../domain/project/records.ts';
import type { Project } from '../../domain/project/project.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import { questionOf } from '../../domain/guide/question-of.ts';

/** What the API tells of records: the record, with the names its ids stand for. */

export const projectJson = (project: Project): object => ({
  id: project.id,
  ...project.settings,
  revision: project.revision,
  createdAt: project.createdAt,
  changedAt: project.changedAt,
  transcriptCount: project.transcripts.size,
  caseCount: project.cases.size,
  themeCount: project.themes.size,
  typeCount: project.types.size,
  excerptCount: project.excerpts.size,
});

export const transcriptJson = (project: Project, transcript: Transcript): object => {
  const {
    id,
    title,
    caseId,
    fileName,
    format,
    length,
    wordCount,
    textHash,
    originalHash,
    turns,
    addedAt,
    speakerCases,
    durationSeconds,
    pages,
    date,
    place,
    memo,
  } = transcript;
  return {
    id,
    title,
    caseId,
    caseName: project.cases.get(caseId)?.name ?? '',
    cases: interviewRow(project, transcript).cases,
    speakerCases,
    durationSeconds,
    pages,
    date,
    place,
    memo,
    fileName,
    format,
    length,
    words: wordCount,
    turnCount: turns.length,
    excerptCount: project.excerptsBySpan.get(id)?.size ?? 0,
    textHash,
    originalHash,
    addedAt,
  };
};

export const themeJson = (theme: Theme, counts: object = {}): object => ({
  ...theme,
  title: themeTitle(theme),
  ...counts,
});

export const typeJson = (type: Type, counts: object = {}): object => ({ ...type, ...counts });

export const excerptJson = (project: Project, excerpt: Excerpt): object => ({
  ...excerpt,
  coder: project.coders.get(excerpt.coderId)?.name ?? '',
  caseId: caseOf(project, excerpt) ?? null,
  questionId: questionOf(project, excerpt)?.id ?? null,
});
