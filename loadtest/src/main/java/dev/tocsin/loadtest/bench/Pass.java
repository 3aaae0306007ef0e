package dev.tocsin.loadtest.bench;

/**
 * What was measured over one pass.
 *
 * @param appMicros CPU time of the measured process for one record
 * @param brokerMicros the same of the broker
 * @param othersShare of the machine, what neither used: how far the figures can be believed
 */
record Pass(double perSecond, double appMicros, double brokerMicros, double othersShare) {
    static Pass between(Reading begin, Reading end, int cores) {
        double records = end.records() - begin.records();
        double nanos = end.nanos() - begin.nanos();
        long app = end.appCpuNanos() - begin.appCpuNanos();
        long broker = end.brokerCpuNanos() - begin.brokerCpuNanos();
        double others = end.machineCpuNanos() - begin.machineCpuNanos() - app - broker;
        return new Pass(
                records * 1e9 / nanos,
                app / records / 1e3,
                broker / records / 1e3,
                Math.max(0, others / nanos / cores));
    }
}
