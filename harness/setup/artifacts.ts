import { type NativeVariant, TENSORFLOW_VERSION, TFJS_VERSION } from "../../suites/ncf/engines/tfjs/native-build.js";
import { cuda12Compiler, cuda12Libraries } from "../../xla/plugins/cuda-libraries.js";
import type { PinnedWheel } from "../../xla/plugins/pins.js";

/** An npm package, taken without its install scripts and held to the registry's integrity value. */
export interface NpmArtifact {
  spec: string;
  integrity: string;
}

export type WheelArtifact = PinnedWheel;

const TENSORFLOW_LICENCE = "Apache-2.0";

const CURAND: WheelArtifact = {
  requirement: "nvidia-curand-cu12==10.3.10.19",
  sha256: "49b274db4780d421bd2ccd362e1415c13887c53c214f0d4b761752b8f9f6aa1e",
  bytes: 68_295_626,
  licence: "NVIDIA proprietary (CUDA EULA)",
};

/** Sources of the N-API addon, and its JavaScript half. */
export const addonPackages: Record<NativeVariant, NpmArtifact> = {
  cpu: {
    spec: `@tensorflow/tfjs-node@${TFJS_VERSION}`,
    integrity: "sha512-uHrXeUlfgkMxTZqHkESSV7zSdKdV0LlsBeblqkuKU9nnfxB1pC6DtoyYVaLxznzZy7WQSegjcohxxCjAf6Dc7w==",
  },
  gpu: {
    spec: `@tensorflow/tfjs-node-gpu@${TFJS_VERSION}`,
    integrity: "sha512-p//NN6DGiN4hInUmIkRffaFVMcdTREUMjPyjW04J7OXvB2zBlQimj61eFKSgRrH3f5TnOfKzb0n56he/B6a4bw==",
  },
};

/** Headers of Node's stable addon interface: one build serves Node 20, 22 and 24. */
export const nodeHeaders: NpmArtifact = {
  spec: "node-api-headers@1.9.0",
  integrity: "sha512-2oNILP4jXwRB4ywnYKjVk1YyJ96n2D4EOVJO6S3oYZ5PtbJrw3Yt9TpAuX3nBLMuzn74rnfGQrv13pS9vC+YiA==",
};

/** The one package that the backend's JavaScript requires at load besides TensorFlow.js itself. */
export const protobuf: NpmArtifact = {
  spec: "google-protobuf@3.9.2",
  integrity: "sha512-TxK/kqHmVeqTXiuejN9aAy4Y/8bTa9k+F1/WXCOuIXCMheV1ySeSFfYS4ctzM6WZZbUo6rlshoX4/eqEK28Swg==",
};

/**
 * Wheels by variant, the TensorFlow library first. Pinned to the CPython 3.11 build whatever Python is there: only its
 * C library is used, which does not depend on Python.
 */
export const wheels: Record<NativeVariant, readonly WheelArtifact[]> = {
  cpu: [
    {
      requirement: `tensorflow-cpu==${TENSORFLOW_VERSION}`,
      sha256: "2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c",
      bytes: 273_829_956,
      licence: TENSORFLOW_LICENCE,
    },
  ],
  gpu: [
    {
      requirement: `tensorflow==${TENSORFLOW_VERSION}`,
      sha256: "9056fbc9ba04235810b71ae6cbd958a196e8804fb53bbcffbf3e23b56155f124",
      bytes: 572_440_367,
      licence: TENSORFLOW_LICENCE,
    },
    // CUDA 12.9, which this TensorFlow release asks for.
    ...cuda12Compiler,
    ...cuda12Libraries,
    CURAND,
  ],
};
