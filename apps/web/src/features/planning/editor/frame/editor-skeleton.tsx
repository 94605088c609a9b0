import { Skeleton, SkeletonRegion } from '@k12/ui/skeleton';

/** The shape of a plan before it is there. */
export function EditorSkeleton() {
  return (
    <SkeletonRegion>
      <div className="mx-auto max-w-document px-4 py-6">
        <Skeleton className="h-6 w-28" />
        <Skeleton className="mt-6 h-10 w-3/5" />
        <Skeleton className="mt-3 h-4 w-2/5" />
        {[0, 1, 2].map((part) => (
          <div key={part} className="mt-10 space-y-2.5">
            <Skeleton className="h-3.5 w-32" />
            <Skeleton className="h-4 w-full" />
            <Skeleton className="h-4 w-4/5" />
          </div>
        ))}
      </div>
    </SkeletonRegion>
  );
}
