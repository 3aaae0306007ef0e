package dev.tocsin.codec;

import dev.tocsin.account.IpAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An IPv4 address as nearly everybody writes it, read without the half dozen objects that a library makes of it. */
final class DottedQuad {
    private static final int OCTETS = 4;
    private static final int MOST = 255;

    private DottedQuad() {}

    /** Null for whatever is not four plain numbers with dots between them: a library has to say what it is. */
    static @Nullable IpAddress read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1); // what it does not have is a question mark there
        return read(bytes, 0, bytes.length);
    }

    /** The same of so many bytes. */
    static @Nullable IpAddress read(byte[] text, int from, int length) {
        int bits = 0;
        int octet = 0;
        int digits = 0;
        int octets = 1;
        for (int i = from; i < from + length; i++) {
            byte c = text[i];
            if (c == '.' && digits > 0) {
                bits = bits << Byte.SIZE | octet;
                octets++;
                octet = 0;
                digits = 0;
            } else if (c >= '0' && c <= '9' && (digits == 0 || octet > 0)) { // 01 is one, or octal: not for us to say
                octet = octet * 10 + (c - '0');
                digits++;
            } else {
                return null;
            }
            if (octet > MOST || octets > OCTETS) {
                return null;
            }
        }
        return octets == OCTETS && digits > 0 ? IpAddress.ofV4(bits << Byte.SIZE | octet) : null;
    }
}
