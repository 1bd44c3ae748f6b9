import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../../shared/reference/equilibrium.py', import.meta.url));
const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/** Why the reference in numpy cannot run here, or undefined where it can. */
export function numpyMissing() {
  if (!existsSync(script)) return 'the reference is not beside the checkout';
  const { status } = spawnSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' });
  return status === 0 ? undefined : 'there is no python3 with numpy here';
}

/**
 * Runs the reference in a process of its own.
 *
 * @returns {number} the milliseconds of a counterfactual from the solved baseline, its own median of 15
 */
export function numpyRun() {
  const { stdout } = spawnSync('python3', [script], {
    encoding: 'utf8',
    env: { ...process.env, ...oneThread },
  });
  const found = /counterfactual to 1e-8: from the solved baseline ([\d.]+) ms/.exec(stdout);
  if (!found) throw new Error('the reference in numpy did not say how long it took');
  return Number(found[1]);
}
