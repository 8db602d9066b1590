import { AsyncResource } from 'node:async_hooks';
import type { Request, RequestHandler } from 'express';
import multer, { type StorageEngine } from 'multer';
import type { UploadedFile } from '../../app/upload-transcripts.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { Limits } from '../services.ts';

/**
 * Takes the files of a multipart request into memory. A file over the limit is refused by itself,
 * its bytes thrown away as they come, so that the good ones beside it are kept.
 */
export function upload(field: string, limits: Limits): RequestHandler {
  const parse = multer({
    storage: new Bounded(limits),
    defParamCharset: 'utf8',
    preservePath: true,
    limits: {
      files: limits.filesPerRequest,
      fields: 20,
      fieldSize: 64 * 1024,
      parts: limits.filesPerRequest + 20,
    },
  }).array(field);
  return (req, res, next) => {
    const length = Number(req.headers['content-length'] ?? 0);
    if (length > limits.requestBytes)
      throw new Rejection('invalid', 'request-too-large', {
        megabytes: megabytes(limits.requestBytes),
      });
    if (!req.is('multipart/form-data')) throw new Rejection('invalid', 'upload-missing', { field });
    // Its streams would forget in whose name the request is answered.
    parse(req, res, AsyncResource.bind(next));
  };
}

interface Taken {
  content: Uint8Array | Rejection;
}

export function filesOf(req: Request): UploadedFile[] {
  const files = (req.files ?? []) as (Express.Multer.File & Taken)[];
  return files.map((file) => ({ name: file.originalname, bytes: file.content }));
}

/** The one file of a request; `upload-missing` when there is none. */
export function fileOf(req: Request, field: string): { name: string; bytes: Uint8Array } {
  const [file] = filesOf(req);
  if (!file) throw new Rejection('invalid', 'upload-missing', { field });
  if (file.bytes instanceof Rejection) throw file.bytes;
  return { name: file.name, bytes: file.bytes };
}

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024));

class Bounded implements StorageEngine {
  readonly #limits: Limits;
  readonly #taken = new WeakMap<Request, number>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  _handleFile(
    req: Request,
    file: Express.Multer.File,
    done: (error?: unknown, info?: Partial<Express.Multer.File> & Taken) => void,
  ): void {
    const { fileBytes, requestBytes } = this.#limits;
    let chunks: Buffer[] = [];
    let size = 0;
    file.stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      const total = (this.#taken.get(req) ?? 0) + chunk.length;
      this.#taken.set(req, total);
      if (size > fileBytes || total > requestBytes) chunks = [];
      else chunks.push(chunk);
    });
    file.stream.on('error', done);
    file.stream.on('end', () => {
      const total = this.#taken.get(req) ?? 0;
      if (size > fileBytes)
        done(null, {
          content: new Rejection('invalid', 'file-too-large', {
            file: file.originalname,
            megabytes: megabytes(fileBytes),
          }),
        });
      else if (total > requestBytes)
        done(new Rejection('invalid', 'request-too-large', { megabytes: megabytes(requestBytes) }));
      else done(null, { content: Buffer.concat(chunks), size });
    });
  }

  _removeFile(
    _req: Request,
    _file: Express.Multer.File,
    done: (error: Error | null) => void,
  ): void {
    done(null);
  }
}
