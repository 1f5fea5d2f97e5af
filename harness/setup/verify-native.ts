import { createRequire } from "node:module";
import { registerBuild, type Tf } from "../../suites/ncf/engines/tfjs/backends.js";
import { nativeBuildAt } from "../../suites/ncf/engines/tfjs/native-build.js";

/**
 * Run in a process of its own by setup: loads the build in a folder, multiplies two matrices, checks the product, prints
 * TensorFlow's version and whether it sees a GPU. A crash of native code ends only this process.
 */
const tf = createRequire(import.meta.url)("@tensorflow/tfjs-core") as Tf;
registerBuild(tf, nativeBuildAt(process.argv[2]!));
await tf.setBackend("tensorflow");
await tf.ready();
const product = tf.matMul(
  tf.tensor2d([
    [1, 2],
    [3, 4],
  ]),
  tf.tensor2d([
    [5, 6],
    [7, 8],
  ]),
);
if ([...product.dataSync()].join() !== "19,22,43,50")
  throw new Error(`a matrix product came out as ${product.dataSync()}`);
const native = tf.backend() as unknown as { isUsingGpuDevice: boolean; binding: { TF_Version: string } };
process.stdout.write(`${JSON.stringify({ tensorflow: native.binding.TF_Version, gpu: native.isUsingGpuDevice })}\n`);
