// Writes what face-api itself computes for a picture, as GoldenTest expects it:
//   node src/test/golden/golden.mjs src/test/resources/dev/riderphotos/engine/people.ppm > …/people.json
// Run in face-engine/ after a build, which puts the library into target/npm. Takes some ten seconds.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

// The library's only bundle that brings its own TensorFlow.js is the one for browsers.
globalThis.window = globalThis;
globalThis.document = {};
class None {}
const none = () => new None();

const home = new URL('../../../target/npm/node_modules/@vladmandic/face-api/', import.meta.url);
const faceapi = await import(new URL('dist/face-api.esm.js', home));

function readPpm(bytes) {
  const [header, width, height] = /^P6\n(\d+) (\d+)\n255\n/.exec(bytes.toString('latin1', 0, 40));
  return faceapi.tf.tensor3d(
    Int32Array.from(bytes.subarray(header.length)), [Number(height), Number(width), 3], 'int32');
}

async function load() {
  await faceapi.tf.setBackend('cpu');
  await faceapi.tf.ready();
  faceapi.env.setEnv({
    Canvas: None, CanvasRenderingContext2D: None, Image: None, ImageData: None, Video: None,
    createCanvasElement: none, createImageElement: none, createVideoElement: none,
    fetch: none, readFile,
  });
  const model = fileURLToPath(new URL('model', home));
  for (const net of ['ssdMobilenetv1', 'faceLandmark68Net', 'faceRecognitionNet']) {
    await faceapi.nets[net].loadFromDisk(model);
  }
}

const rounded = (number) => Number(number.toFixed(6));

function result({ detection, landmarks, descriptor }) {
  const { x, y, width, height } = detection.box;
  return {
    box: [x, y, width, height].map(rounded),
    score: rounded(detection.score),
    landmarks: landmarks.positions.map((point) => [rounded(point.x), rounded(point.y)]),
    descriptor: Array.from(descriptor, rounded),
  };
}

console.log = () => {}; // the library talks
await load();
const picture = readPpm(await readFile(process.argv[2]));
const faces = await faceapi.detectAllFaces(picture).withFaceLandmarks().withFaceDescriptors();
process.stdout.write(JSON.stringify(faces.map(result)) + '\n');
