import { type NativeVariant, TENSORFLOW_VERSION, TFJS_VERSION } from "../../suites/ncf/engines/tfjs/native-build.js";

/** An npm package, taken without its install scripts and held to the registry's integrity value. */
export interface NpmArtifact {
  spec: string;
  integrity: string;
}

/** A Python wheel, used as a zip archive only: none of its code is run. */
export interface WheelArtifact {
  requirement: string;
  sha256: string;
  bytes: number;
  licence: string;
}

const TENSORFLOW_LICENCE = "Apache-2.0";
const NVIDIA_LICENCE = "NVIDIA proprietary (CUDA EULA)";

/** CUDA 12.9 libraries that this TensorFlow release asks for. */
const CUDA_WHEELS: readonly (readonly [requirement: string, sha256: string, bytes: number])[] = [
  ["nvidia-cublas-cu12==12.9.3.13", "d7d51055f161b317c7105ddaae90e71eda059026074ffef93cf7cde2886bfe72", 581_217_458],
  ["nvidia-cuda-cupti-cu12==12.9.79", "096bcf334f13e1984ba36685ad4c1d6347db214de03dbb6eebb237b41d9d934f", 10_814_997],
  ["nvidia-cuda-nvcc-cu12==12.9.86", "5d6a0d32fdc7ea39917c20065614ae93add6f577d840233237ff08e9a38f58f0", 40_546_229],
  ["nvidia-cuda-nvrtc-cu12==12.9.86", "210cf05005a447e29214e9ce50851e83fc5f4358df8b453155d5e1918094dcb4", 89_568_129],
  ["nvidia-cuda-runtime-cu12==12.9.79", "25bba2dfb01d48a9b59ca474a1ac43c6ebf7011f1b0b8cc44f54eb6ac48a96c3", 3_493_179],
  ["nvidia-cudnn-cu12==9.28.0.42", "9ff58b7f36dacd0a93e89f8f2957b52466889217963701daa15e577317cfa375", 716_538_495],
  ["nvidia-cufft-cu12==11.4.1.4", "c67884f2a7d276b4b80eb56a79322a95df592ae5e765cf1243693365ccab4e28", 200_877_592],
  ["nvidia-curand-cu12==10.3.10.19", "49b274db4780d421bd2ccd362e1415c13887c53c214f0d4b761752b8f9f6aa1e", 68_295_626],
  ["nvidia-cusolver-cu12==11.7.5.82", "15da72d1340d29b5b3cf3fd100e3cd53421dde36002eda6ed93811af63c40d88", 338_117_415],
  ["nvidia-cusparse-cu12==12.5.10.65", "73060ce019ac064a057267c585bf1fd5a353734151f87472ff02b2c5c9984e78", 366_465_088],
  ["nvidia-nccl-cu12==2.32.3", "bb94b2348e4861d5e8aa00b36c3d12d9bdf9c6369b82cbb723de0b582280a21c", 351_526_311],
  ["nvidia-nvjitlink-cu12==12.9.86", "e3f1171dbdc83c5932a45f0f4c99180a70de9bd2718c1ab77d14104f6d7147f9", 39_748_338],
];

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
    ...CUDA_WHEELS.map(([requirement, sha256, bytes]) => ({ requirement, sha256, bytes, licence: NVIDIA_LICENCE })),
  ],
};
