package org.gongkao.person;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** ID numbers and phones of persons, with their indexes. */
@Repository
class PersonNumbers implements SealedColumn {

    private final JdbcClient jdbc;
    private final Seal seal;

    PersonNumbers(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    @Override
    public String name() {
        return "person.person";
    }

    @Override
    public String label() {
        return "身份证号码和手机号";
    }

    @Override
    public List<Long> stale() {
        return jdbc.sql("""
                        select id from person.person
                         where substring(number_sealed for :sealLength) <> :seal
                            or substring(number_index for :indexLength) <> :index
                            or substring(phone_sealed for :sealLength) <> :seal
                            or substring(phone_index for :indexLength) <> :index
                         order by id
                        """)
                .param("seal", seal.currentSealHead())
                .param("sealLength", seal.currentSealHead().length)
                .param("index", seal.currentIndexHead())
                .param("indexLength", seal.currentIndexHead().length)
                .query(Long.class)
                .list();
    }

    private record Sealed(byte[] number, byte @org.jspecify.annotations.Nullable [] phone) {}

    @Override
    public void reseal(long row) {
        var sealed = jdbc.sql("select number_sealed, phone_sealed from person.person where id = :id for update")
                .param("id", row)
                .query((line, at) -> new Sealed(line.getBytes(1), line.getBytes(2)))
                .single();
        var number = NationalId.of(seal.open(new Place(PersonRows.NUMBER, row), sealed.number()));
        var phone =
                sealed.phone() == null ? null : Phone.of(seal.open(new Place(PersonRows.PHONE, row), sealed.phone()));
        jdbc.sql("""
                update person.person
                   set number_sealed = :number, number_index = :numberIndex, phone_sealed = :phone, phone_index = :phoneIndex
                 where id = :id
                """)
                .param("id", row)
                .param("number", seal.seal(new Place(PersonRows.NUMBER, row), number.whole()))
                .param("numberIndex", seal.index(PersonRows.NUMBER, number.whole()))
                .param("phone", phone == null ? null : seal.seal(new Place(PersonRows.PHONE, row), phone.whole()))
                .param("phoneIndex", phone == null ? null : seal.index(PersonRows.PHONE, phone.whole()))
                .update();
    }
}
