// For each path on a line of the input: the milliseconds until its faces are found and described.
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { createInterface } = require('node:readline');
const tf = require('@tensorflow/tfjs');
const wasm = require('@tensorflow/tfjs-backend-wasm');
const sharp = require('sharp');
const faceapi = require('@vladmandic/face-api/dist/face-api.node-wasm.js');

async function open() {
  wasm.setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + '/');
  await tf.setBackend('wasm');
  await tf.ready();
  const models = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');
  await faceapi.nets.ssdMobilenetv1.loadFromDisk(models);
  await faceapi.nets.faceLandmark68Net.loadFromDisk(models);
  await faceapi.nets.faceRecognitionNet.loadFromDisk(models);
}

async function described(bytes) {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const picture = tf.tensor3d(data, [info.height, info.width, 3], 'int32');
  const faces = await faceapi.detectAllFaces(picture).withFaceLandmarks().withFaceDescriptors();
  picture.dispose();
  return faces;
}

(async () => {
  await open();
  const lines = createInterface({ input: process.stdin }); // not before: lines would be lost
  for await (const path of lines) {
    const bytes = readFileSync(path);
    const began = performance.now();
    await described(bytes);
    console.log(performance.now() - began);
  }
})();
