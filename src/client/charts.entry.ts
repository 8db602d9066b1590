import { listenForOpenings } from './charts/openings.ts';

listenForOpenings();
