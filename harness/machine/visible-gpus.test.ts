import { describe, expect, it } from "vitest";
import { emptyGpu, type Gpu } from "./gpu.js";
import { visibleGpus } from "./visible-gpus.js";

const nvidia = (index: number, model = "NVIDIA H100"): Gpu => ({
  ...emptyGpu("NVIDIA"),
  index,
  model,
  uuid: `GPU-${index}aaa-bbbb`,
});
const four = [0, 1, 2, 3].map((index) => nvidia(index));
const indices = (env: NodeJS.ProcessEnv, gpus = four) => visibleGpus(gpus, env).gpus.map((gpu) => gpu.index);

describe("visibleGpus follows the variables of CUDA and of the container runtime", () => {
  it.each<[NodeJS.ProcessEnv, number[]]>([
    [{}, [0, 1, 2, 3]],
    [{ CUDA_VISIBLE_DEVICES: "0,2" }, [0, 2]],
    [{ CUDA_VISIBLE_DEVICES: "2,0" }, [2, 0]],
    [{ CUDA_VISIBLE_DEVICES: " 1 , 1" }, [1]],
    [{ CUDA_VISIBLE_DEVICES: "" }, []],
    [{ CUDA_VISIBLE_DEVICES: "-1" }, []],
    [{ CUDA_VISIBLE_DEVICES: "0,9,1" }, [0]],
    [{ CUDA_VISIBLE_DEVICES: "NoDevFiles" }, []],
    [{ CUDA_VISIBLE_DEVICES: "GPU-3aaa" }, [3]],
    [{ CUDA_VISIBLE_DEVICES: "GPU-" }, []],
    [{ NVIDIA_VISIBLE_DEVICES: "all" }, [0, 1, 2, 3]],
    [{ NVIDIA_VISIBLE_DEVICES: "none" }, []],
    [{ NVIDIA_VISIBLE_DEVICES: "void" }, []],
    [{ NVIDIA_VISIBLE_DEVICES: "6,7" }, [0, 1, 2, 3]],
    [{ NVIDIA_VISIBLE_DEVICES: "GPU-1aaa-bbbb,GPU-2aaa-bbbb", CUDA_VISIBLE_DEVICES: "1" }, [2]],
    [{ HIP_VISIBLE_DEVICES: "0" }, [0, 1, 2, 3]],
  ])("%o", (env, expected) => expect(indices(env)).toEqual(expected));

  it("finds a GPU by one of its MIG slices", () => {
    const sliced = { ...nvidia(0), migDevices: [{ profile: "1g.10gb", uuid: "MIG-123" }] };
    expect(indices({ CUDA_VISIBLE_DEVICES: "MIG-123" }, [sliced, nvidia(1)])).toEqual([0]);
  });

  it("names the variable that hides GPUs, and only where it hides some", () => {
    expect(visibleGpus(four, { CUDA_VISIBLE_DEVICES: "0" }).limitedBy).toBe("CUDA_VISIBLE_DEVICES=0");
    expect(visibleGpus(four, { CUDA_VISIBLE_DEVICES: "0,1,2,3" }).limitedBy).toBeNull();
  });

  it("warns that indices are ambiguous where models differ and CUDA's order is not pinned", () => {
    const mixed = [nvidia(0), nvidia(1, "NVIDIA T400")];
    const codes = (env: NodeJS.ProcessEnv, gpus: Gpu[]) =>
      visibleGpus(gpus, env).warnings.map((warning) => warning.code);
    expect(codes({ CUDA_VISIBLE_DEVICES: "0" }, mixed)).toEqual(["gpu-order"]);
    expect(codes({ CUDA_VISIBLE_DEVICES: "0", CUDA_DEVICE_ORDER: "PCI_BUS_ID" }, mixed)).toEqual([]);
    expect(codes({ CUDA_VISIBLE_DEVICES: "0" }, four)).toEqual([]);
    expect(codes({ CUDA_VISIBLE_DEVICES: "GPU-0aaa" }, mixed)).toEqual([]);
  });
});
