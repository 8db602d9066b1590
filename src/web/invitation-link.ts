import type { Services } from './services.ts';

/** The address by which somebody joins. */
export const invitationLink = ({ baseUrl }: Pick<Services, 'baseUrl'>, secret: string): string =>
  `${baseUrl}/invitation/${secret}`;
