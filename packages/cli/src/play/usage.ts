import { InputError } from '@usmca-sim/core';

/** Something about how the command was asked. */
export function usage(message: string, advice: string): InputError {
  return new InputError([{ code: 'play', message, advice }]);
}
