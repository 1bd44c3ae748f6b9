export type { Context, Sink } from './context.ts';
export { main } from './main.ts';
