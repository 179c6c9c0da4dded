// Where the page lies that buildPage.ts has built for this run.
import { inject } from 'vitest';

export const builtPage = (): string => inject('builtPage');
