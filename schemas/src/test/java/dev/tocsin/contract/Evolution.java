package dev.tocsin.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * Finds what a change of a contract would break.
 *
 * <p>Avro's own check, both ways, is not enough: an enum's default hides a removed symbol, a field's default hides a
 * removed or renamed field, and a logical type may change under it. So whatever was released must also still be there,
 * in the same shape.
 */
final class Evolution {
    private final List<String> faults = new ArrayList<>();
    private final Set<String> walked = new HashSet<>();

    private Evolution() {}

    static List<String> faults(Schema released, Schema current) {
        Evolution evolution = new Evolution();
        evolution.reads(released, current, "the old schema cannot read what the new one writes");
        evolution.reads(current, released, "the new schema cannot read what the old one wrote");
        evolution.keeps(released.getName(), released, current);
        return evolution.faults;
    }

    private void reads(Schema reader, Schema writer, String otherwise) {
        SchemaCompatibility.SchemaPairCompatibility pair =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
            faults.add(otherwise + ": " + pair.getResult().getIncompatibilities());
        }
    }

    private void keeps(String where, Schema released, Schema current) {
        if (released.getType() != current.getType()
                || !Objects.equals(released.getLogicalType(), current.getLogicalType())) {
            faults.add(where + " changed its type");
            return;
        }
        switch (released.getType()) {
            case RECORD -> keepsRecord(released, current);
            case ENUM -> keepsEnum(where, released, current);
            case UNION -> keepsUnion(where, released, current);
            case ARRAY -> keeps(where + "[]", released.getElementType(), current.getElementType());
            case MAP -> keeps(where + "{}", released.getValueType(), current.getValueType());
            default -> {}
        }
    }

    private void keepsRecord(Schema released, Schema current) {
        if (!walked.add(released.getFullName())) {
            return;
        }
        if (!released.getFullName().equals(current.getFullName())) {
            faults.add(released.getFullName() + " was renamed");
        }
        for (Schema.Field field : released.getFields()) {
            keepsField(released.getName() + "." + field.name(), field, current.getField(field.name()));
        }
        for (Schema.Field field : current.getFields()) {
            if (released.getField(field.name()) == null && !field.hasDefaultValue()) {
                faults.add(current.getName() + "." + field.name() + " was added without a default");
            }
        }
    }

    private void keepsField(String where, Schema.Field released, Schema.@org.jspecify.annotations.Nullable Field now) {
        if (now == null) {
            faults.add(where + " was removed or renamed");
            return;
        }
        if (released.hasDefaultValue() && !now.hasDefaultValue()) {
            faults.add(where + " lost its default");
        }
        keeps(where, released.schema(), now.schema());
    }

    private void keepsEnum(String where, Schema released, Schema current) {
        if (!"UNKNOWN".equals(current.getEnumDefault())) {
            faults.add(where + " lost its enum default UNKNOWN");
        }
        for (String symbol : released.getEnumSymbols()) {
            if (!current.hasEnumSymbol(symbol)) {
                faults.add(where + " lost the symbol " + symbol);
            }
        }
    }

    private void keepsUnion(String where, Schema released, Schema current) {
        if (released.getTypes().size() != current.getTypes().size()) {
            faults.add(where + " changed its union");
            return;
        }
        for (int i = 0; i < released.getTypes().size(); i++) {
            keeps(where, released.getTypes().get(i), current.getTypes().get(i));
        }
    }
}
