package dev.tocsin.container;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What deploy/SECURITY.md says that a detector's principal must be allowed to do. */
record Rights(List<Right> all) {
    private static final int ITERATIONS = 4096;

    /** @param name of the resource, exactly */
    record Right(AclOperation operation, ResourceType type, String name) {
        @Override
        public String toString() {
            return operation + " on the " + (type == ResourceType.TOPIC ? "topic " : "group ") + name;
        }

        private AclBinding of(String principal) {
            return new AclBinding(
                    new ResourcePattern(type, name, PatternType.LITERAL),
                    new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
        }
    }

    /** Exactly the documented ones, with {@code at_least_once}. */
    static Rights documented(Deployment deployment) {
        List<Right> all = new ArrayList<>();
        for (String input : List.of(
                deployment.topics().logins(),
                deployment.topics().accountChanges(),
                deployment.topics().thresholds())) {
            all.add(new Right(AclOperation.READ, ResourceType.TOPIC, input));
        }
        all.add(new Right(
                AclOperation.DESCRIBE_CONFIGS,
                ResourceType.TOPIC,
                deployment.topics().thresholds()));
        for (String output : List.of(
                deployment.topics().alerts(),
                deployment.topics().suppressed(),
                deployment.topics().deadLetters())) {
            all.add(new Right(AclOperation.WRITE, ResourceType.TOPIC, output));
        }
        all.add(new Right(AclOperation.READ, ResourceType.TOPIC, deployment.changelog()));
        all.add(new Right(AclOperation.WRITE, ResourceType.TOPIC, deployment.changelog()));
        all.add(new Right(AclOperation.CREATE, ResourceType.TOPIC, deployment.changelog()));
        all.add(new Right(AclOperation.READ, ResourceType.GROUP, deployment.name()));
        return new Rights(all);
    }

    Rights without(Right missing) {
        return new Rights(all.stream().filter(right -> !right.equals(missing)).toList());
    }

    /** Makes up a principal that has these and no others. */
    void grant(String principal, String password) throws Exception {
        try (Admin admin = Platform.get().admin()) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            principal, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password)))
                    .all()
                    .get();
            admin.createAcls(all.stream().map(right -> right.of(principal)).toList())
                    .all()
                    .get();
        }
    }
}
