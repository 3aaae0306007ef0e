package dev.tocsin.redrive;

/** Where a letter stands in the dead-letter topic. */
record Place(int partition, long offset) {
    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}
