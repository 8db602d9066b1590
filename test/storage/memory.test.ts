import { MemoryStore } from '../../src/storage/memory.ts';
import { storeContract } from './contract.ts';

storeContract('MemoryStore', async () => ({ store: new MemoryStore() }));
