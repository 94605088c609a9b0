# The web app: built with every package, shipped with the ones it runs on.
# Base images are pinned by exact tag; pin by digest where a registry can be asked (docker buildx imagetools inspect).
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /homeroom
COPY package.json package-lock.json ./
COPY apps/core/package.json apps/core/
COPY apps/ai-gateway/package.json apps/ai-gateway/
COPY apps/web/package.json apps/web/
COPY apps/load-tests/package.json apps/load-tests/
COPY packages/contracts/package.json packages/contracts/
COPY packages/db/package.json packages/db/
COPY packages/grading/package.json packages/grading/
COPY packages/plan-content/package.json packages/plan-content/
COPY packages/ui/package.json packages/ui/

FROM packages AS build
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund --workspace apps/web --include-workspace-root
COPY tsconfig.base.json tsconfig.json ./
COPY packages/contracts packages/contracts
COPY packages/grading packages/grading
COPY packages/plan-content packages/plan-content
COPY packages/ui packages/ui
COPY apps/web apps/web
RUN cd apps/web && node ../../node_modules/next/dist/bin/next build && rm -rf .next/cache

FROM packages AS shipped
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --workspace apps/web

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /homeroom
COPY --from=shipped /homeroom ./
COPY --from=build /homeroom/packages packages
COPY --from=build /homeroom/apps/web apps/web
USER node
WORKDIR /homeroom/apps/web
EXPOSE 3000
CMD ["node", "../../node_modules/next/dist/bin/next", "start", "--port", "3000", "--hostname", "0.0.0.0"]
