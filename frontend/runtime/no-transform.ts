/**
 * Stands in for sucrase in the frame's bundle: what arrives is JavaScript already, checked and printed by lib/compile, and must be
 * run as it is. react-runner takes the first 13 characters of the result, sucrase's `"use strict";`, away again.
 */
export const transform = (code: string): { code: string } => ({ code: `"use strict";${code}` })
