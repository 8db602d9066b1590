import helmet from 'helmet';
import type { RequestHandler } from 'express';

const YEAR_S = 365 * 24 * 3600;

/**
 * Nothing inline, nothing from other hosts. Browsers are told to come by HTTPS alone where that is
 * how people find the app: local mode speaks HTTP.
 */
export const securityHeaders = (baseUrl: string): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    strictTransportSecurity: baseUrl.startsWith('https:') && {
      maxAge: YEAR_S,
      includeSubDomains: false,
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
