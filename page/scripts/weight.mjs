// The weight of the built page, as sent compressed.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const LIMIT = 1_500_000;
const built = new URL("../../src/dateline/web/page/", import.meta.url).pathname;
const files = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const weight = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(file.parentPath, file.name))).length, 0);
console.log(`${(weight / 1000).toFixed(0)} kB compressed, of ${LIMIT / 1000} kB allowed`);
if (weight > LIMIT) process.exit(1);
