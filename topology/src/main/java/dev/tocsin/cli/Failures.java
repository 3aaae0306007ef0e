package dev.tocsin.cli;

import dev.tocsin.publishing.OutcomeUnknownException;
import dev.tocsin.publishing.TopicException;
import dev.tocsin.redrive.RedriveException;
import dev.tocsin.replay.ReplayException;
import dev.tocsin.yaml.InvalidDocumentException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells people what went wrong: a mistake of theirs in a sentence, a failure of ours with its cause. */
final class Failures {
    private Failures() {}

    static int wrongArguments(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("tocsin: " + e.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    static int failed(Exception e, CommandLine command, ParseResult arguments) {
        if (e instanceof UserMistake
                || e instanceof InvalidDocumentException
                || e instanceof TopicException
                || e instanceof ReplayException) {
            command.getErr().println("tocsin: " + e.getMessage());
            return ExitCode.USAGE;
        }
        if (e instanceof RedriveException failure) {
            command.getErr().println("tocsin: " + failure.getMessage());
            return failure.hasBegun() ? ExitCode.SOFTWARE : ExitCode.USAGE;
        }
        if (e instanceof OutcomeUnknownException) {
            command.getErr().println("tocsin: " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
        command.getErr().println("tocsin: stopped by an error");
        e.printStackTrace(command.getErr());
        return ExitCode.SOFTWARE;
    }
}
