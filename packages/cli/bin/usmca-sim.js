#!/usr/bin/env node
// The built program is in dist/; this file only exists so that the command can be linked before the first build.
import '../dist/main.js';
