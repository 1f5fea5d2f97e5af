# Two images, each with XLA's plugin inside: `cpu`, and `cuda` for NVIDIA GPUs (its driver comes from the host).
#
#   docker build --target cpu  --build-arg COMMIT="$(git rev-parse HEAD)" -t ncf-bench:cpu .
#   docker run --rm -v "$PWD:/work" ncf-bench:cpu run
#   docker build --target cuda --build-arg COMMIT="$(git rev-parse HEAD)" -t ncf-bench:cuda .
#   docker run --rm --gpus all -v ncf-bench-cache:/cache -v "$PWD:/work" ncf-bench:cuda run --matrix nightly
#
# /work must be writable by uid 1000, or pass --user. The volume keeps data sets and compiled programs between runs.

FROM node:22.23.3-bookworm-slim AS build
WORKDIR /src
COPY ci/image.sh ci/
# The plugins' wheels are fetched by pip, held to their hashes.
RUN ci/image.sh packages python3 python3-pip
COPY . .
RUN ci/image.sh build && ci/image.sh plugin cpu /plugin
# The commit goes into every record; the image has no .git to ask.
ARG COMMIT=unknown
RUN printf '%s\n' "$COMMIT" > COMMIT

FROM build AS build-cuda
RUN ci/image.sh plugin cuda13 /plugin-cuda

FROM node:22.23.3-bookworm-slim AS cpu
COPY ci/image.sh /opt/ncf-bench/ci/
# tini reaps what a killed worker leaves behind. The base pins the distribution's release.
RUN /opt/ncf-bench/ci/image.sh packages tini \
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
COPY --from=build /src/ci /opt/ncf-bench/ci
COPY --from=build /plugin /usr/local/lib/python3/site-packages
ENV NCF_BENCH_CACHE=/cache
VOLUME /cache
USER 1000:1000
WORKDIR /work
ENTRYPOINT ["tini", "--", "ncf-bench"]
CMD ["--help"]

FROM cpu AS cuda
COPY --from=build-cuda /plugin-cuda /usr/local/lib/python3/site-packages
# `utility` brings nvidia-smi, without which the machine cannot be described; `compute` brings CUDA.
ENV NVIDIA_VISIBLE_DEVICES=all \
    NVIDIA_DRIVER_CAPABILITIES=compute,utility
