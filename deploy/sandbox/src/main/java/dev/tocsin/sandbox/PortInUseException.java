package dev.tocsin.sandbox;

/** Says that another process already listens on a port the sandbox was told to use. */
public final class PortInUseException extends SandboxException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortInUseException(String purpose, int port, String option) {
        super("Port " + port + " on 127.0.0.1, wanted for " + purpose + ", is already in use."
                + " Stop what listens there, or choose another port with " + option + ".");
        this.port = port;
    }

    /** The port that was taken. */
    public int port() {
        return port;
    }
}
