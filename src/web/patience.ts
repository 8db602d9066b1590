import { createServer, type RequestListener, type Server } from 'node:http';

/**
 * How long a client may take, in milliseconds: for its headers, for a whole request, and without
 * reading or sending anything. Who dawdles is hung up on, and what was kept for them is let go. Kept
 * open a little longer than proxies do, so that they do not send into a line that closes.
 */
export interface Patience {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  /** How often it is looked for who takes too long. */
  readonly connectionsCheckingInterval: number;
  /** A stream of changes says something every 20 seconds. */
  readonly silence: number;
}

export const PATIENCE: Patience = {
  headersTimeout: 20_000,
  requestTimeout: 15 * 60_000,
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5_000,
  silence: 10 * 60_000,
};

/** A server that waits for nobody forever. */
export function patientServer(app: RequestListener, patience = PATIENCE): Server {
  const { silence, ...options } = patience;
  const server = createServer(options, app);
  server.timeout = silence;
  return server;
}
