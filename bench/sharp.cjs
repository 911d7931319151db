// For each path on a line of the input: the milliseconds of a thumbnail, decoding included.
const { readFileSync } = require('node:fs');
const lines = require('node:readline').createInterface({ input: process.stdin });
const sharp = require('sharp');

sharp.cache(false);
sharp.concurrency(1);

(async () => {
  for await (const path of lines) {
    const bytes = readFileSync(path);
    const began = performance.now();
    await sharp(bytes).rotate().resize(250, 250, { fit: 'cover' }).jpeg({ quality: 80 }).toBuffer();
    console.log(performance.now() - began);
  }
})();
