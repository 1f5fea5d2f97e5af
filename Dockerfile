# Two images: `cpu` (TensorFlow.js on WebAssembly) and `cuda` (native TensorFlow.js on NVIDIA GPUs).
#
#   docker build --target cpu  --build-arg COMMIT="$(git rev-parse HEAD)" -t ncf-bench:cpu .
#   docker run --rm -v "$PWD:/work" ncf-bench:cpu run --matrix quick
#   docker run --rm -v ncf-bench-cache:/cache ncf-bench:cuda setup tfjs-gpu
#   docker run --rm --gpus all -v ncf-bench-cache:/cache -v "$PWD:/work" ncf-bench:cuda run --matrix nightly
#
# /work must be writable by uid 1000, or pass --user. The volume keeps data sets and the built backend between runs.

FROM node:22.23.3-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build \
 && chmod 0755 dist/harness/cli/bin.js \
 && npm prune --omit=dev --ignore-scripts --no-audit --no-fund
# The commit goes into every record; the image has no .git to ask.
ARG COMMIT=unknown
RUN printf '%s\n' "$COMMIT" > COMMIT

FROM node:22.23.3-bookworm-slim AS cpu
# tini reaps what a killed worker leaves behind. The base pins the distribution's release.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends tini \
 && rm -rf /var/lib/apt/lists/* \
 && install -d -o 1000 -g 1000 -m 0700 /cache \
 && install -d -o 1000 -g 1000 /work \
 && ln -s /opt/ncf-bench/dist/harness/cli/bin.js /usr/local/bin/ncf-bench
COPY --from=build /src/package.json /src/LICENSE /src/COMMIT /opt/ncf-bench/
COPY --from=build /src/node_modules /opt/ncf-bench/node_modules
COPY --from=build /src/dist /opt/ncf-bench/dist
COPY --from=build /src/suites/matrices /opt/ncf-bench/suites/matrices
COPY --from=build /src/reference /opt/ncf-bench/reference
COPY --from=build /src/schemas /opt/ncf-bench/schemas
COPY --from=build /src/reports/templates /opt/ncf-bench/reports/templates
ENV NCF_BENCH_CACHE=/cache
VOLUME /cache
USER 1000:1000
WORKDIR /work
ENTRYPOINT ["tini", "--", "ncf-bench"]
CMD ["--help"]

FROM cpu AS cuda
USER 0:0
# What `ncf-bench setup tfjs-gpu` builds with; CUDA itself comes from its hash-pinned wheels, the driver from the host.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends g++ python3 python3-pip \
 && rm -rf /var/lib/apt/lists/*
# `utility` brings nvidia-smi, without which the machine cannot be described; `compute` brings CUDA.
ENV NVIDIA_VISIBLE_DEVICES=all \
    NVIDIA_DRIVER_CAPABILITIES=compute,utility
USER 1000:1000
