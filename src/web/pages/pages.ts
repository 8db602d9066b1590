import { Router } from 'express';
import type { Services } from '../services.ts';
import { matrixPages } from './analyse-matrix.ts';
import { analysePages } from './analyse.ts';
import { attributePages } from './attributes.ts';
import { caseImportPages } from './case-import.ts';
import { casePages } from './cases.ts';
import { surveyPages } from './survey.ts';
import { analyseChartPages } from './analyse-charts.ts';
import { agreementPages } from './agreement.ts';
import { concordancePages } from './concordance.ts';
import { doublePages } from './double.ts';
import { codePages } from './code.ts';
import { exchangePages } from './exchange.ts';
import { guidePages } from './guide.ts';
import { historyPages } from './history.ts';
import { homePages } from './home.ts';
import { peoplePages } from './people.ts';
import { readingPages } from './reading.ts';
import { interviewPages } from './interviews.ts';
import { speakerPages } from './speakers.ts';
import { reductionPages } from './reductions.ts';
import { reportCheckPages } from './report-checks.ts';
import { reportPages } from './report.ts';
import { reportSectionPages } from './report-sections.ts';
import { reportSettingsPages } from './report-settings.ts';
import { themeWorkPages } from './theme-work.ts';
import { frameworkPages } from './frameworks.ts';
import { meetingPages } from './meetings.ts';
import { reviewFilePages } from './review-files.ts';
import { reviewPages } from './review.ts';
import { auditPages } from './audit.ts';
import { signInPages } from './sign-in.ts';
import { sourcePages } from './sources.ts';
import { themePages } from './themes.ts';
import { theoryPages } from './theory.ts';
import { transcriptPages } from './transcripts.ts';
import { typeReadingPages } from './types-reading.ts';
import { typePages } from './types.ts';
import { versionPages } from './versions.ts';

export function pages(services: Services): Router {
  const router = Router();
  router.use(
    homePages(services),
    transcriptPages(services),
    caseImportPages(services),
    casePages(services),
    surveyPages(services),
    attributePages(services),
    speakerPages(services),
    interviewPages(services),
    codePages(services),
    themePages(services),
    exchangePages(services),
    themeWorkPages(services),
    versionPages(services),
    theoryPages(services),
    sourcePages(services),
    frameworkPages(services),
    guidePages(services),
    reductionPages(services),
    typeReadingPages(services),
    typePages(services),
    analysePages(services),
    analyseChartPages(services),
    concordancePages(services),
    reportCheckPages(services),
    matrixPages(services),
    reportPages(services),
    reportSectionPages(services),
    reportSettingsPages(services),
    historyPages(services),
    readingPages(services),
    reviewPages(services),
    agreementPages(services),
    auditPages(services),
    doublePages(services),
    reviewFilePages(services),
    meetingPages(services),
    signInPages(services),
    peoplePages(services),
  );
  return router;
}
