import { v7 } from 'uuid';
import type { Clock, IdSource } from '../app/ports.ts';

export const systemClock: Clock = { now: () => new Date() };

export const uuidSource: IdSource = { newId: () => v7() };
