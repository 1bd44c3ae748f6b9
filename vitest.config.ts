import { defineConfig } from 'vitest/config';

// Tests read the packages' sources, not their build, so that a failing line is the line one edits.
const conditions = ['usmca-sim-source', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/{src,tests}/**/*.test.ts', 'scenarios/{src,tests}/**/*.test.ts'],
    testTimeout: 30_000,
    // Left to itself vitest keeps a core for watching; here nothing watches.
    maxWorkers: '100%',
  },
});
