# Core, worker and AI gateway: one image, three commands. TypeScript runs directly, so nothing is compiled.
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
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --workspace apps/core --workspace apps/ai-gateway

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /homeroom
COPY --from=packages /homeroom ./
COPY packages/contracts packages/contracts
COPY packages/db packages/db
COPY packages/grading packages/grading
COPY packages/plan-content packages/plan-content
COPY apps/ai-gateway apps/ai-gateway
COPY apps/core apps/core
COPY infrastructure/docker/prepare-database.ts infrastructure/docker/
# Files of schools live in a volume; everything else may be mounted read-only.
RUN mkdir /files && chown node:node /files
USER node
ENV STORAGE_DIR=/files CORE_HOST=0.0.0.0 AI_GATEWAY_HOST=0.0.0.0
EXPOSE 3001 3002
CMD ["node", "apps/core/src/server.ts"]
