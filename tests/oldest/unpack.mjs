// Takes the program out of its package, beside which it stays.
import {chmodSync, createReadStream, createWriteStream, mkdirSync, renameSync} from 'node:fs';
import {pipeline} from 'node:stream/promises';
import {createBrotliDecompress} from 'node:zlib';

const packed = new URL('node_modules/chrome-aws-lambda/bin/chromium.br', import.meta.url);
const folder = new URL('node_modules/.chromium/', import.meta.url);
const part = new URL('chromium.part', folder);
mkdirSync(new URL('locales/', folder), {recursive: true});
await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part));
chmodSync(part, 0o755);
renameSync(part, new URL('chromium', folder));
