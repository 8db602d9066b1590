import type { Language } from '../domain/project/records.ts';
import { CommandFailed } from './world.ts';

/** What the app refused, in its own words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

export interface ProjectLine {
  readonly id: string;
  readonly name: string;
  readonly transcriptCount: number;
  readonly excerptCount: number;
  readonly changedAt: string;
}

/** The app's HTTP API, as the commands need it. */
export class ApiClient {
  readonly #api: string;
  readonly #language: string;
  readonly #token: string | undefined;

  /** @param token the key of whoever asks, where the app wants people to sign in */
  constructor(address: string, language: string, token?: string) {
    this.#api = `${address}/api/v1`;
    this.#language = language;
    this.#token = token;
  }

  async projects(): Promise<readonly ProjectLine[]> {
    const { projects } = await this.#json<{ projects: ProjectLine[] }>('/projects');
    return projects;
  }

  createProject(
    name: string,
    language: Language,
  ): Promise<{ readonly id: string; readonly name: string }> {
    return this.#sendJson('/projects', 'POST', { name, language });
  }

  async setLanguage(project: string, language: Language): Promise<void> {
    await this.#sendJson(`/projects/${encodeURIComponent(project)}`, 'PATCH', { language });
  }

  async transcriptText(project: string, transcript: string): Promise<string> {
    const path = `/projects/${encodeURIComponent(project)}/transcripts/${encodeURIComponent(transcript)}`;
    return (await this.#json<{ text: string }>(path)).text;
  }

  async report(project: string, format: string): Promise<Uint8Array> {
    const path = `/projects/${encodeURIComponent(project)}/report.${encodeURIComponent(format)}`;
    return new Uint8Array(await (await this.#send(path)).arrayBuffer());
  }

  /** @param path below the project, e.g. "import/codings" */
  upload<T>(
    project: string,
    path: string,
    field: string,
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): Promise<T> {
    const body = new FormData();
    for (const { name, bytes } of files) body.append(field, new Blob([Buffer.from(bytes)]), name);
    return this.#json<T>(`/projects/${encodeURIComponent(project)}/${path}`, {
      method: 'POST',
      body,
    });
  }

  #sendJson<T>(path: string, method: string, body: object): Promise<T> {
    const headers = { 'Content-Type': 'application/json' };
    return this.#json<T>(path, { method, headers, body: JSON.stringify(body) });
  }

  async #json<T>(path: string, init?: RequestInit): Promise<T> {
    return (await (await this.#send(path, init)).json()) as T;
  }

  async #send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string> | undefined) };
    headers['Accept-Language'] = this.#language;
    if (this.#token) headers['Authorization'] = `Bearer ${this.#token}`;
    const response = await fetch(this.#api + path, { ...init, headers }).catch((error: unknown) => {
      throw new CommandFailed('no-answer', { address: this.#api, why: String(error) });
    });
    if (response.ok) return response;
    const problem = (await response.json().catch(() => ({}))) as { detail?: string };
    // After the body is read: one that is left keeps the process alive.
    if (response.status === 401) throw new CommandFailed(this.#token ? 'key-void' : 'key-needed');
    throw new Refused(response.status, problem.detail ?? `${response.status} ${path}`);
  }
}
